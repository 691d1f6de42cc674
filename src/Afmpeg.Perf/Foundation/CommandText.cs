namespace Afmpeg.Perf.Foundation;

/// <summary>
/// Writes a command as somebody can paste it into a POSIX shell. For messages only: no argument ever goes through a shell.
/// </summary>
public static class CommandText
{
    private const string Plain = "-_./:=+,@%";

    /// <summary>The command and its arguments in one line, quoted where a shell would need it.</summary>
    public static string Of(string command, IEnumerable<string> arguments) => string.Join(' ', arguments.Prepend(command).Select(Quote));

    /// <summary>A path as one word of a command, quoted where a shell would need it; a home folder written as ~/ stays so.</summary>
    public static string OfPath(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal)
        ? $"~/{Quote(path[2..])}"
        : path.StartsWith('-') ? Quote($"./{path}")
        : Quote(path);

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
