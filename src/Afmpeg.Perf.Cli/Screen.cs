using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>Standard output as plain lines that are broken between words where it is narrow.</summary>
internal sealed class Screen
{
    private readonly TextWriter output = Console.Out;

    /// <summary>Columns: what COLUMNS says, or the terminal; more than any line has where it is a pipe, so that programs read whole lines.</summary>
    public int Width { get; } = SharedOptions.Columns ?? (Console.IsOutputRedirected ? int.MaxValue : Math.Max(SharedOptions.Narrowest, Console.WindowWidth));

    /// <summary>Writes a line of a table or plot, whose blanks stay and which is not broken.</summary>
    /// <param name="row">The line.</param>
    public void WriteRow(string row) => output.WriteLine(row.TrimEnd());

    /// <summary>Writes a text as a line or, where it does not fit, as several.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">What its first line begins with; further ones begin below the text.</param>
    public void WriteLine(string text = "", string indent = "")
    {
        foreach (var line in WrappedText.Lines(text, Width, indent, new string(' ', indent.Length)))
        {
            output.WriteLine(line);
        }
    }
}
