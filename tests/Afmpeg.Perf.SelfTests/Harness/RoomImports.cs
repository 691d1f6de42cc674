using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Which rooms of the library may import which.</summary>
public static partial class RoomImports
{
    /// <summary>Each room with those that it may import; the files above the rooms see everything.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Table { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["Foundation"] = [],
        ["Workloads"] = ["Foundation", "Toolchains"],
        ["Toolchains"] = ["Foundation"],
        ["Statistics"] = ["Foundation"],
        ["Licences"] = ["Foundation"],
        ["LanesFile"] = ["Foundation", "Toolchains"],
        ["Hosts"] = ["Foundation"],
        ["Media"] = ["Foundation", "Workloads", "Toolchains"],
        ["Lanes"] = ["Foundation", "Workloads", "Toolchains", "LanesFile"],
        ["Quality"] = ["Foundation", "Workloads", "Toolchains", "Media", "Lanes"],
        ["Matrix"] = ["Foundation", "Workloads", "Lanes", "Statistics"],
        ["Log"] = ["Foundation", "Lanes"],
        ["Summaries"] = ["Foundation", "Workloads", "Lanes", "Statistics", "Matrix", "Log"],
        ["Measurements"] = ["Foundation", "Workloads", "Lanes", "Statistics", "Hosts", "Matrix", "Log", "Summaries"],
        ["Comparisons"] = ["Foundation", "Lanes", "Measurements", "Summaries"],
        ["SharedCore"] = ["Foundation", "Workloads", "Lanes", "Statistics", "Matrix"],
        ["Axes"] = ["Foundation", "Workloads", "Lanes", "Statistics", "Hosts", "Matrix", "Log", "Summaries", "Measurements", "SharedCore"],
        ["Verdicts"] = ["Foundation", "Workloads", "Statistics", "Matrix", "Summaries"],
        ["Decisions"] = ["Foundation", "Workloads", "Lanes", "Statistics", "Matrix", "Summaries", "Axes", "Verdicts"],
        ["Reports"] =
        [
            "Foundation", "Workloads", "Lanes", "Statistics", "Hosts", "Matrix", "Log", "Summaries", "Measurements", "Comparisons",
            "SharedCore", "Axes", "Verdicts", "Decisions",
        ],
        ["Running"] =
        [
            "Foundation", "Workloads", "Toolchains", "LanesFile", "Media", "Lanes", "Hosts", "Matrix", "Log", "Summaries", "Measurements",
            "Comparisons", "SharedCore", "Verdicts", "Decisions", "Reports",
        ],
        ["Previewing"] = ["Foundation", "Toolchains", "Lanes", "Matrix", "Verdicts", "Running"],
        ["Pairing"] =
            ["Foundation", "Workloads", "Toolchains", "Lanes", "Quality", "Hosts", "Matrix", "Measurements", "SharedCore", "Running"],
        ["Merging"] = ["Foundation", "Lanes", "Log", "Summaries", "Measurements", "Comparisons", "Reports", "Running"],
        ["Accepting"] = ["Foundation", "Workloads", "Toolchains", "Lanes", "Comparisons", "Verdicts", "Reports", "Running"],
        ["Exporting"] = ["Foundation", "Toolchains", "Licences", "Media", "Comparisons", "Running"],
    }.ToImmutableDictionary();

    /// <summary>The imports that the table does not allow.</summary>
    public static IEnumerable<string> Offences(string room, string source) =>
        QualifiedNames().Matches(CommentsAndTexts().Replace(source, ""))
            .Select(match => match.Groups["room"].Value)
            .Where(imported => imported != room && !Table[room].Contains(imported))
            .Distinct()
            .Select(imported =>
                $"{room} imports {imported}, may import {(Table[room].IsEmpty ? "nothing" : string.Join(", ", Table[room]))}");

    // A using line or a name in full, whatever follows it; and a name from the library's namespace on. Rooms that share their name with a
    // property (Media, Quality, Matrix, Log) are left out.
    [GeneratedRegex(
        @"(?<![\w.])(Afmpeg\.Perf\.(?<room>\w+)|(?<room>"
        + "Foundation|Workloads|Toolchains|Statistics|Hosts|LanesFile|Licences|Lanes|Summaries|Measurements|SharedCore|Axes|Comparisons"
        + @"|Verdicts|Decisions|Reports|Running|Merging)(?=\.[A-Z]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex QualifiedNames();

    [GeneratedRegex("""
        "(\\.|[^"\\\n])*"|//.*$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex CommentsAndTexts();
}
