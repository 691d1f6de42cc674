using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports;

/// <summary>A verified table as read: which host its numbers are from, and a line per case and module.</summary>
/// <param name="HostLine">Its first line; null where it names no host.</param>
/// <param name="Lines">What each case (workload/subject/setting/lane) and module (modules/flavour+build) says, in the table's order.</param>
internal sealed record VerifiedSnapshot(string? HostLine, ImmutableArray<KeyValuePair<string, string>> Lines)
{
    /// <summary>What the first line begins with.</summary>
    public const string HostPrefix = "host ";

    /// <summary>The heading of the modules' lines.</summary>
    public const string Modules = "modules";

    /// <summary>The fingerprint of the host that the numbers are from; null where no host is named.</summary>
    public string? Fingerprint => HostLine?[HostPrefix.Length..].Split(':')[0];

    /// <summary>Reads a table.</summary>
    /// <param name="text">Its text; empty where there is none.</param>
    /// <returns>What it says.</returns>
    public static VerifiedSnapshot Parse(string text)
    {
        string? host = null;
        var heading = "";
        var lines = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var line in Plain(text).Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith(' '))
            {
                var words = line.Trim().Split(' ', 2);
                lines.Add(new($"{heading}/{words[0]}", words.Length > 1 ? words[1].Trim() : ""));
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

        return new VerifiedSnapshot(host, lines.ToImmutable());
    }

    /// <summary>A table's text without what editors and Verify add.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Lines that end in a line feed alone, none after the last.</returns>
    public static string Plain(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>What a case or module says.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The text; null where the table has no such line.</returns>
    public string? Find(string key) => Lines.Where(line => line.Key == key).Select(line => line.Value).FirstOrDefault();
}
