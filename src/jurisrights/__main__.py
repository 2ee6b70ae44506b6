"""`python -m jurisrights`: the command line."""

import sys

from jurisrights.showing.command_line import main

sys.exit(main())
