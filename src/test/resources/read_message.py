"""Reads a message under Python's strict policy, which raises what other policies forgive, and prints what it holds."""

import email
import email.policy
import hashlib
import sys

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.strict)
for part in message.walk():
    assert not part.defects, part.defects
    for value in part.values():
        assert not value.defects, (value, value.defects)
parts = list(message.iter_parts())
print(message.get_content_type(), [part.get_content_type() for part in parts])
print(message["From"].addresses, message["To"].addresses, message["Reply-To"].addresses)
print(message["Subject"])
print(message["Date"].datetime.isoformat())
for part in parts:
    print(hashlib.sha256(part.get_content().replace("\r\n", "\n").encode("utf-8")).hexdigest())
