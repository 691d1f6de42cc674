namespace Afmpeg.Perf.Toolchains;

/// <summary>The logs of set-up's steps: one a step, written anew by each try.</summary>
internal static class StepLog
{
    private const string Error = "error: ";

    /// <summary>A step's log.</summary>
    /// <param name="folders">Where logs lie.</param>
    /// <param name="step">The step's name.</param>
    /// <returns>Its path; the file is there once the step was tried.</returns>
    public static string FileOf(SuiteFolders folders, string step) =>
        Path.Combine(folders.Logs, $"{string.Concat(step.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' ? c : '_'))}.log");

    /// <summary>Why a step failed when it was tried last.</summary>
    /// <param name="folders">Where logs lie.</param>
    /// <param name="step">The step's name.</param>
    /// <returns>The last line that tells of an error; null where there is none.</returns>
    public static string? Failure(SuiteFolders folders, string step) => FileOf(folders, step) is var log && File.Exists(log)
        ? File.ReadLines(log).LastOrDefault(line => line.Contains(Error, StringComparison.Ordinal))
        : null;
}
