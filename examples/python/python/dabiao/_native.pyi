"""The native part: bytes in, bytes out. Other threads run meanwhile."""

VERSION: str
SCHEMA_VERSION: int

def evaluate(request: bytes) -> tuple[bool, bytes]:
    """Judges a request, or each of a batch: whether it was answered, and the report or what is wrong with the request."""

def sentences(findings: bytes) -> bytes:
    """What each finding means for its row, and says in Chinese and in English: ``[[effect, zh, en], …]``."""

def keys(names: list[str]) -> list[str]:
    """What names have in common if they are one: two areas with one key are one area."""
