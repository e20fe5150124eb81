"""What is found out once of a word."""

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.remembered import remembered


def doc() -> Doc:
    return Doc(Vocab(), words=["The", "board", "met"])


def test_a_function_is_asked_once_for_each_token_of_each_document() -> None:
    asked: list[str] = []

    @remembered
    def after(token: Token) -> list[Token]:
        asked.append(token.text)
        return list(token.doc[token.i + 1 :])

    one, another = doc(), doc()
    assert [t.text for t in after(one[1])] == [t.text for t in after(one[1])] == ["met"]
    assert after(another[1]) == [another[2]]
    assert asked == ["board", "board"]


def test_a_list_is_its_askers_to_change() -> None:
    @remembered
    def all_of(token: Token) -> list[Token]:
        return list(token.doc)

    words = doc()
    all_of(words[0]).clear()
    assert len(all_of(words[0])) == len(words)


def test_two_functions_keep_their_answers_apart() -> None:
    @remembered
    def first(token: Token) -> str:
        return token.doc[0].text

    @remembered
    def last(token: Token) -> str:
        return token.doc[-1].text

    words = doc()
    assert (first(words[1]), last(words[1])) == ("The", "met")
