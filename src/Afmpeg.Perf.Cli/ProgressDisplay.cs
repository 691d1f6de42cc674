using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;
using Spectre.Console;

namespace Afmpeg.Perf.Cli;

/// <summary>Progress on standard error: one living line on a terminal, plain lines elsewhere.</summary>
internal static class ProgressDisplay
{
    public static Task<T> While<T>(Func<IRunObserver, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? console.Status().StartAsync("Looking at what is here", status => work(new LiveProgress(console, status)))
            : work(new PlainProgress(Console.Error));
    }

    private sealed class LiveProgress(IAnsiConsole console, StatusContext status) : IRunObserver
    {
        public void SettingUp(ImmutableArray<SetupTask> tasks) => console.WriteLine(ProgressText.Plan(tasks));

        public void SettingUp(SetupEvent progress)
        {
            if (progress.State is SetupState.Done or SetupState.Skipped)
            {
                console.WriteLine(ProgressText.Of(progress));
            }

            status.Status(Markup.Escape(ProgressText.Of(progress).Trim()));
        }

        public void LookedAt(CustomMedia media) => console.WriteLine(ProgressText.Of(media));

        public void Waiting(string holder, TimeSpan limit) => console.WriteLine(ProgressText.Waiting(holder, limit));

        public void Measuring(RunStart start) => console.WriteLine(ProgressText.Of(start));

        public void Progress(SamplerProgress progress) => status.Status(Markup.Escape(ProgressText.Of(progress)));

        public void Sharing(string what) => status.Status(Markup.Escape(what));

        public void Told(string line) => console.WriteLine(line);

        public void Counting(int done, int total, BenchmarkCase benchmarkCase) => status.Status(Markup.Escape(ProgressText.Counting(done, total, benchmarkCase)));
    }
}
