"""Runs a command on a terminal of its own and prints what it shows there: on-terminal.py COLUMNS COMMAND…"""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

leader, follower = pty.openpty()
fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(sys.argv[1]), 0, 0))
process = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=follower)
os.close(follower)
shown = b""
while True:
    try:
        piece = os.read(leader, 65536)
    except OSError:
        break
    if not piece:
        break
    shown += piece
sys.stdout.write(shown.decode().replace("\r\n", "\n").replace("\033", "<ESC>"))
sys.exit(process.wait())
