"""Queries of death: each asks for more time, memory or depth than there is, on however small a store.

The tests ask them, and ``bench/serve.py`` times how soon they are ended.
"""

ROW = "{ ?a0 ?b0 ?c0 . ?a1 ?b1 ?c1 . ?a2 ?b2 ?c2 . ?a3 ?b3 ?c3 . ?a4 ?b4 ?c4 . ?a5 ?b5 ?c5 }"  # a cross product
TEN = "(0) (1) (2) (3) (4) (5) (6) (7) (8) (9)"
DIGITS = "\n".join(f"VALUES (?d{n}) {{ {TEN} }}" for n in range(10))  # 10^10 rows, of no data at all
ANY = "(rdf:type|!rdf:type)"  # a path over every triple


def doublings(number: int) -> str:
    """A string that doubles with each step."""
    steps = "\n".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(number))
    return f"BIND('0123456789abcdef' AS ?s0)\n{steps}"


def nested(before: str, after: str, depth: int, inside: str = "?s ?p ?o") -> str:
    """One thing in another in another."""
    return before * depth + inside + after * depth


DEATHS = {
    # more rows than can be counted
    "count": f"SELECT (COUNT(*) AS ?n) {ROW}",
    "count of digits": f"SELECT (COUNT(*) AS ?n) {{ {DIGITS} }}",
    "count of distinct": f"SELECT (COUNT(DISTINCT *) AS ?n) {ROW}",
    "distinct": f"SELECT DISTINCT * {{ {DIGITS} }} ORDER BY ?d9 LIMIT 1",
    "order": f"SELECT * {ROW} ORDER BY DESC(?c5) LIMIT 1",
    "order by digits": f"SELECT * {{ {DIGITS} }} ORDER BY ?d0 LIMIT 1",
    "offset": f"SELECT * {ROW} OFFSET 1000000000000 LIMIT 1",
    "filter that never holds": f"SELECT * {ROW[:-1]} FILTER(CONCAT(STR(?a0), STR(?c5)) = 'no') }}",
    "ask that never holds": f"ASK {ROW[:-1]} FILTER(CONCAT(STR(?a0), STR(?c5)) = 'no') }}",
    "group": f"SELECT ?c0 ?c1 ?c2 (COUNT(*) AS ?n) {ROW} GROUP BY ?c0 ?c1 ?c2",
    "group of everything": f"SELECT (COUNT(*) AS ?n) {{ {DIGITS} }} GROUP BY " + " ".join(f"?d{n}" for n in range(10)),
    "group concat": f"SELECT (GROUP_CONCAT(CONCAT(STR(?a0), STR(?a1))) AS ?all) {ROW}",
    "sample of sums": f"SELECT (SUM(?d0 * ?d1) AS ?n) (AVG(?d2) AS ?m) {{ {DIGITS} }}",
    "minus": f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT * {ROW} }} MINUS {{ ?a0 ?b1 ?c2 . ?a3 ?b4 ?c5 }} }}",
    "exists": f"SELECT (COUNT(*) AS ?n) {ROW[:-1]} FILTER NOT EXISTS {{ ?x ?y ?z FILTER(?z = ?a0) }} }}",
    "optional": "SELECT (COUNT(*) AS ?n) {" + "".join(f"OPTIONAL {{ ?a{n} ?b{n} ?c{n} }} " for n in range(9)) + "}",
    "union": "SELECT (COUNT(*) AS ?n) {" + "".join(f"{{ ?a{n} ?b{n} ?c{n} }} UNION {{}} " for n in range(9)) + "}",
    "sub-selects": "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"{{ SELECT ?a{n} {{ ?a{n} ?b ?c }} }} " for n in range(9))
    + "}",
    "bind each": f"SELECT (MAX(?h) AS ?m) {ROW[:-1]} BIND(SHA512(CONCAT(STR(?a0), STR(?a5))) AS ?h) }}",
    "random order": f"SELECT * {ROW} ORDER BY RAND() LIMIT 1",
    "construct": f"CONSTRUCT {{ ?a0 ?b0 ?c0 }} WHERE {ROW}",
    "construct anew": f"CONSTRUCT {{ [] <x:y> ?d9 }} WHERE {{ {DIGITS} }}",
    "describe": f"DESCRIBE ?a0 ?a1 ?a2 {ROW}",
    # more than an answer may hold
    "flood of rows": f"SELECT * {{ {DIGITS} }}",
    "flood of triples": f"CONSTRUCT {{ [] <x:y> ?c5 }} WHERE {ROW}",
    "one huge value": f"SELECT ?s24 {{ {doublings(24)} }}",
    # more memory than there is
    "doubled strings": f"SELECT (STRLEN(?s60) AS ?n) {{ {doublings(60)} }}",
    "doubled by replacing": "SELECT (STRLEN(?z) AS ?n) { BIND('"
    + "a" * 30000
    + "' AS ?x) BIND(REPLACE(?x, 'a', ?x) AS ?y) "
    "BIND(REPLACE(?y, 'a', ?x) AS ?z) }",
    # paths
    "stars of a star": f"ASK {{ ?x {nested('(', ')*', 100, ANY)} ?y . FILTER(?x = 'no') }}",
    "long paths": "SELECT (COUNT(*) AS ?n) { ?x " + "/".join([f"{ANY}*"] * 30) + " ?y }",
    "path alternatives": "SELECT (COUNT(*) AS ?n) { ?x ("
    + "|".join(f"<x:{n}>|!<x:{n}>" for n in range(200))
    + ")+ ?y . "
    + ROW[1:],
    "paths of all": f"SELECT (COUNT(*) AS ?n) {{ ?a {ANY}* ?b . ?c {ANY}* ?d . ?e {ANY}* ?f . ?g {ANY}* ?h }}",
    "inverse paths": f"SELECT (COUNT(*) AS ?n) {{ ?a {nested('^(', ')', 60, ANY + '+')} ?b . " + ROW[1:],
    # more depth than a stack
    "braces": f"ASK {nested('{', '}', 20_000)}",
    "brackets": f"ASK {{ FILTER({nested('(', ')', 20_000, '1')}) }}",
    "nots": f"ASK {{ FILTER({'!' * 50_000}true) }}",
    "minuses": f"ASK {{ FILTER({'- ' * 20_000}1 = 1) }}",
    "ors": f"ASK {{ FILTER({'||'.join(['true'] * 10_000)}) }}",
    "unions": f"ASK {{ {'UNION'.join(['{}'] * 10_000)} }}",
    "plusses": f"ASK {{ FILTER({'+'.join(['1'] * 20_000)} = 1) }}",
    "long path": f"ASK {{ ?a {'/'.join(['<x:y>'] * 8_000)} ?b }}",
    "lists": f"ASK {{ ?s ?p {nested('(', ')', 20_000, '1')} }}",
    "blank nodes": f"ASK {{ ?s ?p {nested('[ <x:y> ', ']', 5_000, '1')} }}",
    "triple terms": f"ASK {{ ?s ?p {nested('<<( <x:y> <x:y> ', ')>>', 3_000, '1')} }}",
    "ifs": f"SELECT ({nested('IF(true, ', ', 1)', 5_000, '1')} AS ?x) {{}}",
    "filters": f"ASK {nested('{ FILTER EXISTS ', '}', 3_000, '{}')}",
    "optionals": f"ASK {nested('{ OPTIONAL ', '}', 5_000, '{}')}",
    "selects": f"SELECT * {nested('{ SELECT * ', '}', 5_000, '{}')}",
    # more words than are read
    "huge in": f"SELECT (COUNT(*) AS ?n) {ROW[:-1]} FILTER(?c0 IN ({', '.join(['1'] * 20_000)})) }}",
    "too long": f"ASK {{}} # {'a' * 200_000}",
    "many prefixes": "".join(f"PREFIX p{n}: <x:{n}>\n" for n in range(3_000)) + f"SELECT (COUNT(*) AS ?n) {ROW}",
}

HARMLESS = {  # what has ended other programs, and is answered here
    "encoded again and again": "SELECT ?z { BIND("
    + nested("ENCODE_FOR_URI(", ")", 60, f"'{'%' * 1000}'")
    + " AS ?z) }",
    "huge pattern": "ASK { FILTER REGEX('a', '(((((((((a{100}){100}){100}){100}){100}){100}){100}){100}){100})') }",
    "huge values": "ASK { VALUES ?x { " + "1 " * 30_000 + "} " + ROW[1:],
    "regex of stars": "ASK { FILTER(!REGEX('" + "a" * 5_000 + "!', '^(a+)+$')) }",
    "regex of choices": "ASK { FILTER(!REGEX('" + "a" * 5_000 + "!', '^(a|aa|a?)*b$')) }",
    "regex of anything": "ASK { FILTER(!REGEX('" + "x" * 5_000 + "', '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^x]$')) }",
    "path alternatives of nothing": "SELECT * { ?x (" + "|".join(f"<x:{n}>" for n in range(1_500)) + ")+ ?y }",
    "many unions": f"SELECT * {{ {' UNION '.join(['{ ?a <x:y> ?b }'] * 500)} }}",
    "many values": f"SELECT (COUNT(*) AS ?n) {{ VALUES ?x {{ {'<x:y> ' * 9_000} }} }}",
}

DEPTHS = {  # each as deep as is asked for
    "braces": lambda depth: f"ASK {nested('{', '}', depth, '')}",
    "brackets": lambda depth: f"ASK {{ FILTER({nested('(', ')', depth, '1')}) }}",
    "nots": lambda depth: f"ASK {{ FILTER({'!' * depth}true) }}",
    "ors": lambda depth: f"ASK {{ FILTER({'||'.join(['true'] * depth)}) }}",
    "unions": lambda depth: f"ASK {{ {'UNION'.join(['{}'] * depth)} }}",
    "lists": lambda depth: f"ASK {{ ?s ?p {nested('(', ')', depth, '1')} }}",
    "blank nodes": lambda depth: f"ASK {{ ?s ?p {nested('[<x:y> ', ']', depth, '1')} }}",
    "triple terms": lambda depth: f"ASK {{ ?s ?p {nested('<<( <x:y> <x:y> ', ')>>', depth, '1')} }}",
    "functions": lambda depth: f"SELECT ({nested('STR(', ')', depth, '1')} AS ?x) {{}}",
    "paths": lambda depth: f"ASK {{ ?s {nested('(', ')*', depth, '<x:y>')} ?o }}",
    "sequences": lambda depth: f"ASK {{ ?s {'/'.join(['<x:y>'] * depth)} ?o }}",
    "selects": lambda depth: f"SELECT * {nested('{SELECT * ', '}', depth, '{}')}",
    "optionals": lambda depth: f"ASK {nested('{OPTIONAL ', '}', depth, '{}')}",
}
