"""What the operating system says when a file cannot be written or read, in words with the mend."""

import errno
import re

from curation.check.fault import CurationError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# The parquet library names the file within its words only.
_QUOTED = re.compile(r"'([^']+)'")
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)


def disk_error(error: OSError) -> CurationError:
    """The same error as a code with its values: full, not allowed, or what the system calls it."""
    quoted = _QUOTED.search(str(error))
    file = str(error.filename or (quoted[1] if quoted else "…"))
    if error.errno in _FULL:
        return CurationError("disk.full", file=file)
    if error.errno in _DENIED:
        return CurationError("disk.denied", file=file)
    return CurationError("disk.other", file=file, detail=error.strerror or " ".join(str(error).split()))
