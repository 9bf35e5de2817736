"""ZIP files that are like a bundle, and are none."""

import json
import stat
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def unpack(content):
    """Return what a ZIP file holds, by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(files, kind=stat.S_IFREG, compression=ZIP_DEFLATED):
    """Return a ZIP file of some files, given as pairs of name and content."""
    stream = BytesIO()
    with ZipFile(stream, "w", compression) as archive:
        for name, content in files:
            about = ZipInfo(name)
            about.compress_type, about.create_system = compression, 3
            about.external_attr = (kind | 0o644) << 16
            archive.writestr(about, content)
    return stream.getvalue()


def sign(files):
    """Return files with an index that tells their hashes, as somebody would who forges one."""
    index = json.loads(files["bundle.json"])
    others = {name: content for name, content in files.items() if name != "bundle.json"}
    index["files"] = {name: sha256(content).hexdigest() for name, content in others.items()}
    return {**others, "bundle.json": json.dumps(index).encode()}
