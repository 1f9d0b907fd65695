"""``python -m model_runtime``."""

import sys

from model_runtime.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
