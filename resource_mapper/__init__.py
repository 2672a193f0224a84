"""地域資源ワークシート: a town's local resources on one sheet, from 元気 to 要介護."""

__version__ = "0.1.0"
