"""The door for an ASGI server such as uvicorn."""

import os
import warnings

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drafts.settings")

# WhiteNoise hands static files over as ordinary iterators, which Django then reads in a thread and warns
# about. They are small files of ours, so nothing is lost by that.
warnings.filterwarnings("ignore", "StreamingHttpResponse must consume synchronous iterators")

application = get_asgi_application()
