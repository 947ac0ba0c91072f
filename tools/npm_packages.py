"""npm's packages for checks and tests, where npm and its registry are there."""
import os
import shutil
import subprocess
import sys

FILES = ('package.json', 'package-lock.json', '.npmrc')

# How npm names a registry that it cannot reach, or reaches through somebody whom
# this machine does not trust; any other failure is a fault.
UNREACHABLE = ('ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET',
               'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT', 'ERR_SOCKET_TIMEOUT',
               'network', 'SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY',
               'UNABLE_TO_GET_ISSUER_CERT')
TIMEOUT_SECONDS = 240


class Unavailable(Exception):
    """Why the packages cannot be had on this machine now."""


def install(source, folder):
    """Puts what the lock file in `source` pins into `folder`.

    Returns the folder of its programs. Raises Unavailable where there is no npm
    or no way to the registry, and RuntimeError where npm fails otherwise.
    """
    if not shutil.which('node') or not shutil.which('npm'):
        raise Unavailable('no node and npm here')
    os.makedirs(folder, exist_ok=True)
    for name in FILES:
        shutil.copy(os.path.join(source, name), os.path.join(folder, name))
    # A test may have no home folder to keep downloads in.
    home = os.environ.get('HOME', '')
    environment = dict(os.environ, HOME=home if os.access(
        home or '/nowhere', os.W_OK) else folder)
    try:
        done = subprocess.run(
            ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund',
             '--prefer-offline', '--fetch-retries=1'],
            cwd=folder, env=environment, capture_output=True, text=True,
            check=False, timeout=TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        raise Unavailable('npm did not end in %d s' % TIMEOUT_SECONDS) from None
    if done.returncode == 0:
        return os.path.join(folder, 'node_modules', '.bin')
    if any(word in done.stderr for word in UNREACHABLE):
        raise Unavailable('npm cannot reach its registry')
    raise RuntimeError('npm ci failed in %s:\n%s' % (source, done.stderr))


def say_skipped(what, reason):
    """One clear line on the standard error."""
    print('SKIPPED %s: %s' % (what, reason), file=sys.stderr)
