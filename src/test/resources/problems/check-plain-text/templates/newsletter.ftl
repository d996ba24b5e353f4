${issue.title}

See our web site.
