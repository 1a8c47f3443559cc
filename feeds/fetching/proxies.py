"""Which proxy a request goes through, by the environment: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

from feeds.fetching.addresses import is_near

if TYPE_CHECKING:
    import httpx

_USABLE = ("http://", "https://")


class UnusableProxyError(ValueError):
    """The environment names a proxy of a kind that can't be used; the text is a sentence."""


class Proxies:
    """The proxies that the environment named when this was made.

    Requests that they are not for go straight. To fall back on that where a proxy is of another kind
    than http would show a machine that somebody took care to hide.
    """

    def __init__(self) -> None:
        """Read the environment."""
        self._by_scheme = {
            scheme: address if "://" in address else f"http://{address}"
            for scheme, address in getproxies().items()
            if scheme in {"http", "https", "all"} and address
        }

    def proxy_for(self, url: httpx.URL) -> str:
        """Return the address of the proxy for ``url``, credentials included; empty: go straight.

        This machine and private addresses never go through one. Raises UnusableProxyError.
        """
        proxy = self._by_scheme.get(url.scheme) or self._by_scheme.get("all", "")
        if not proxy or is_near(url.host) or proxy_bypass(_authority(url)):
            return ""
        if not proxy.lower().startswith(_USABLE):
            kind = proxy.partition(":")[0].lower()[:10]
            raise UnusableProxyError(f"can't be reached: the proxy to use is a {kind} one, not http")
        return proxy


def _authority(url: httpx.URL) -> str:
    return f"{url.host}:{url.port}" if url.port else url.host
