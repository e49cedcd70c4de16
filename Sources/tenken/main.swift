import Glibc
import Storage

// No async main: it costs ten milliseconds at every start.
signal(SIGPIPE, SIG_IGN)
StandardFiles.fill()
ProcessMemory.hide()
ProcessMemory.giveBack()
exit(CommandLineRun(arguments: Array(CommandLine.arguments.dropFirst())).status)
