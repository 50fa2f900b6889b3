"""Small web archives for the tests, written byte by byte."""

import gzip


def record(number: int, text: str, content_type: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    body = f"<html><body><article><h1>Sak {number}</h1><p>{text}</p></article></body></html>".encode()
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://avisa.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc(*texts: str) -> bytes:
    return b"".join(record(n, t) for n, t in enumerate(texts, 1))


def warc_gz(*texts: str) -> bytes:
    return b"".join(gzip.compress(record(n, t)) for n, t in enumerate(texts, 1))
