using Afmpeg.Perf.Running;
using Spectre.Console;

namespace Afmpeg.Perf.Cli;

/// <summary>Progress on standard error: one living line on a terminal, plain lines elsewhere.</summary>
internal static class ProgressDisplay
{
    public static Task<T> While<T>(Func<RunObserver, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? console.Status().StartAsync("Looking at what is here", status => work(new LiveProgress(console, status)))
            : work(new PlainProgress(Console.Error));
    }

    private sealed class LiveProgress(IAnsiConsole console, StatusContext status) : RunObserver
    {
        protected override void Say(string line) => console.WriteLine(line);

        protected override void Show(string line, string? topic) => status.Status(Markup.Escape(line.Trim()));
    }
}
