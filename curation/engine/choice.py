"""Which engine an address names."""

from curation.check.fault import CurationError
from curation.engine.local import LocalEngine, LoopEngine
from curation.engine.outcome import Engine

HERE, LOCAL = "here", "local"


def engine_at(address: str) -> Engine:
    """`here`: a loop in this process; `local`: processes of this machine; `sc://host:port`: Spark through Spark Connect.

    Raises CurationError for any other address, a server that does not answer, or one whose workers differ from this machine.
    """
    if address == HERE:
        return LoopEngine()
    if address == LOCAL:
        return LocalEngine()
    if address.startswith("sc://"):
        from curation.engine.spark import SparkEngine

        return SparkEngine(address)
    raise CurationError("engine.address", address=address)
