import Glibc

// No async main: it costs ten milliseconds at every start.
signal(SIGPIPE, SIG_IGN)
exit(CommandLineRun(arguments: Array(CommandLine.arguments.dropFirst())).status)
