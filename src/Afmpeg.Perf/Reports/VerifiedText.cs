namespace Afmpeg.Perf.Reports;

/// <summary>A verified table as read from its file, which is the only record of what people accepted.</summary>
/// <param name="HostLine">Its first line; null where it names no host.</param>
/// <param name="Lines">The line of each case (by the case's id) and module (modules/flavour+build), in the table's order.</param>
internal sealed record VerifiedText(string? HostLine, ImmutableArray<KeyValuePair<string, VerifiedLine>> Lines)
{
    /// <summary>The start of the first line.</summary>
    public const string HostPrefix = "host ";

    /// <summary>The heading of the modules' lines.</summary>
    public const string Modules = "modules";

    /// <summary>The fingerprint of the host that the numbers come from; null where no host is named.</summary>
    public string? Fingerprint => HostLine?[HostPrefix.Length..].Split(':')[0];

    /// <summary>Reads a table; an empty text has no host and no lines.</summary>
    public static VerifiedText Parse(string text)
    {
        string? host = null;
        var heading = "";
        var lines = ImmutableArray.CreateBuilder<KeyValuePair<string, VerifiedLine>>();
        foreach (var line in Normalize(text).Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith(' '))
            {
                var words = line.Trim().Split(' ', 2);
                lines.Add(new($"{heading}/{words[0]}", VerifiedLine.Parse(words.Length > 1 ? words[1].Trim() : "")));
            }
            else if (line.StartsWith(HostPrefix, StringComparison.Ordinal))
            {
                host ??= line;
            }
            else
            {
                heading = line;
            }
        }

        return new VerifiedText(host, lines.ToImmutable());
    }

    /// <summary>A table's text without what editors and Verify add: no byte order mark, LF line ends, none after the last line.</summary>
    public static string Normalize(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>The line of a case or module; null where the table has none.</summary>
    public VerifiedLine? Find(string key) => Lines.Where(line => line.Key == key).Select(line => line.Value).FirstOrDefault();
}
