"""``python -m kendal_git`` is the ``kendal`` command."""

import sys

from kendal_git.cli import main

sys.exit(main())
