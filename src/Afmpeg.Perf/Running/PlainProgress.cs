using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Running;

/// <summary>Progress as lines: for pipes and logs, and for tests that have no terminal. Never silent for more than ten seconds.</summary>
/// <param name="output">Where lines go.</param>
/// <param name="time">Measures how long it has been silent; null for the monotonic clock.</param>
public sealed class PlainProgress(TextWriter output, TimeProvider? time = null) : RunObserver
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(8);
    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly Lock writing = new();
    private string lastTopic = "";
    private long lastLine = (time ?? TimeProvider.System).GetTimestamp();

    /// <inheritdoc/>
    protected override void Say(string line)
    {
        lock (writing)
        {
            // A reason may be a guest's own words, and a media file may have any name: a line of the log is to stay one.
            output.WriteLine(VisibleText.OfLines(line));
            lastLine = clock.GetTimestamp();
        }
    }

    /// <inheritdoc/>
    protected override void Show(string line, string? topic)
    {
        lock (writing)
        {
            if ((topic ?? lastTopic) != lastTopic || clock.GetElapsedTime(lastLine) >= LongestSilence)
            {
                lastTopic = topic ?? lastTopic;
                Say(line);
            }
        }
    }
}
