using System.CommandLine;
using System.ComponentModel;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Cli;

/// <summary>The command afmpeg-perf. Results go to standard output, progress and errors to standard error.</summary>
internal static class CommandLineApp
{
    /// <summary>How long work that was interrupted may take to stop.</summary>
    public static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>What a command says that does not continue a measurement that was interrupted.</summary>
    public const string StartsOver = "interrupted; what was built is kept, but the same command measures from the start";

    /// <summary>What a command says that measures nothing.</summary>
    public const string GoesOn = "interrupted; what was built is kept, and the same command goes on from there";

    private const string Continues =
        "interrupted; what was measured and built is kept, and the same command goes on from the rounds that were finished";

    public static async Task<int> Run(string[] arguments)
    {
        await using var errors = new BestEffortWriter(Console.Error);
        Console.SetError(errors);
        var root = new RootCommand(
            "Measures FFmpeg compiled to WebAssembly against native FFmpeg on this machine, and judges it by thresholds.json.")
        {
            DoctorCommand.Create(),
            SetupCommand.Create(),
            RunCommand.Create(),
            ReportCommand.Create(),
            ExplainCommand.Create(),
            CompareCommand.Create(),
            PairCommand.Create(),
            ExportCommand.Create(),
            MergeCommand.Create(),
            AcceptCommand.Create(),
        };
        HelpWithExamples.Attach(root);
        // What a line means, without doing it: afmpeg-perf [diagram] run --tier full.
        root.Directives.Add(new DiagramDirective());
        var parsed = root.Parse(arguments);
        if (UsageFault.Of(parsed) is { } wrong)
        {
            return await Tell(wrong);
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop };
        using var signals = new SignalWatch();
        return await parsed.InvokeAsync(configuration, signals.Interruption);
    }

    /// <summary>What a command does; an error of ours becomes its message and its exit status.</summary>
    public static void Does(
        this Command command, Func<ParseResult, CancellationToken, Task<ExitStatus>> work, string interrupted = Continues) =>
        command.SetAction((parsed, cancellation) => Guarded(token => work(parsed, token), interrupted, cancellation));

    /// <summary>What a command does that waits for nothing.</summary>
    public static void Does(this Command command, Func<ParseResult, ExitStatus> work) =>
        command.Does((parsed, _) => Task.FromResult(work(parsed)));

    private static async Task<int> Guarded(
        Func<CancellationToken, Task<ExitStatus>> work, string interrupted, CancellationToken cancellation)
    {
        try
        {
            return (int)await work(cancellation);
        }
        catch (Exception fault) when (cancellation.IsCancellationRequested && fault is OperationCanceledException or PerfException)
        {
            await Console.Error.WriteLineAsync(interrupted);
            return (int)ExitStatus.Interrupted;
        }
        catch (PerfException fault)
        {
            return await Tell(fault);
        }
        catch (Exception fault) when (FileFault.Is(fault) || fault is Win32Exception)
        {
            return await Tell(new PerfException(ExitStatus.Missing, "A file or a program that the work needs could not be used")
            {
                Observed = fault.Message,
                Remedy = "make room, change its permissions or install it, then give the same command again: what was measured and built "
                    + "is kept",
            });
        }
    }

    private static async Task<int> Tell(PerfException fault)
    {
        // Of a message some is from outside: a pattern, a path, a line of a file.
        await Console.Error.WriteLineAsync(VisibleText.OfLines($"afmpeg-perf: {fault.Message}"));
        return (int)fault.Status;
    }
}
