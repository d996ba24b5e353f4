${wrap("* " + entry.title + " at " + entry.employer + ", until " + entry.closes, 2)}
