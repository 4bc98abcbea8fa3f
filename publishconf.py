"""Pelican's settings for production: the preview's, with the site's absolute address.

The address comes from the environment: SITEURL=https://example.org/archive make site
"""

import os
import sys
from pathlib import Path

# Pelican loads this file by its path, so its neighbour is not importable yet.
sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403 - settings build upon settings
from plugins.site.settings.site_address import read_site_url
from plugins.system.refusal import RefusalError

# Raw pages without articles stop the build, which never converts.
PRODUCTION = True
# What is withdrawn must not linger.
DELETE_OUTPUT_DIRECTORY = True
try:
    CANONICAL_URL = read_site_url(os.environ)
except RefusalError as error:
    sys.exit(str(error))
