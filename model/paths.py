"""Where things lie. A leaf: it imports nothing of the project.

Two places can be moved by the environment: the published tables (`POLICY_TABLES`) and the document
library (`POLICY_LIBRARY`), because a deployment keeps both outside the code.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
CODEBOOK = DATA / "codebook"
CURATED = DATA / "curated"
TABLES = Path(os.environ.get("POLICY_TABLES", DATA / "tables"))
LIBRARY = Path(os.environ.get("POLICY_LIBRARY", DATA / "library"))
DOCS = ROOT / "docs"
