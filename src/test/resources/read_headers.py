"""Reads messages, divided by NUL, under Python's strict policy, and prints the subject and the sender's name of each."""

import email
import email.policy
import sys

for data in sys.stdin.buffer.read().split(b"\0"):
    message = email.message_from_bytes(data, policy=email.policy.strict)
    for value in message.values():
        assert not value.defects, (value, value.defects)
    print(message["Subject"])
    # Without blanks: before 3.13, Python does not join the encoded words of a name (RFC 2047, 6.2).
    print(message["From"].addresses[0].display_name.replace(" ", ""))
