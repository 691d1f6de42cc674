using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>The summary of a step of GitHub Actions, or of what does likewise: a file that a result is appended to.</summary>
internal static class StepSummary
{
    /// <summary>Appends a text where a job has a summary. A file that cannot be written is reported, and changes no result.</summary>
    public static void Append(Func<string> text)
    {
        if (SharedOptions.StepSummary is not { } file)
        {
            return;
        }

        try
        {
            File.AppendAllText(file, $"{text()}\n");
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            Console.Error.WriteLine($"The job's summary, {file}, was not written: {fault.Message}");
        }
    }
}
