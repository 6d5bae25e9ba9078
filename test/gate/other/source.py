"""Counts what police said."""
import re

def count(text):
    # The minister said this would be slow.
    return len(re.findall(r"police said", text))

if __name__ == "__main__":
    print(count(open("news.txt").read()))
