using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Which rooms of the library may import which.</summary>
public static partial class RoomImports
{
    /// <summary>Each room with those that it may import; the files above the rooms see everything.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Table { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["Foundation"] = [],
        ["Workloads"] = ["Foundation"],
        ["Toolchains"] = ["Foundation"],
        ["Statistics"] = ["Foundation"],
        ["Media"] = ["Foundation", "Workloads", "Toolchains"],
        ["Lanes"] = ["Foundation", "Workloads", "Toolchains"],
        ["Measurements"] = ["Foundation", "Workloads", "Lanes", "Statistics"],
        ["Comparisons"] = ["Foundation", "Measurements"],
        ["SharedCore"] = ["Foundation", "Workloads", "Lanes", "Measurements", "Statistics"],
        ["Axes"] = ["Foundation", "Workloads", "Lanes", "Measurements", "SharedCore", "Statistics"],
        ["Quality"] = ["Foundation", "Workloads", "Toolchains", "Lanes"],
        ["Verdicts"] = ["Foundation", "Workloads", "Measurements", "Statistics", "Quality"],
        ["Decisions"] = ["Foundation", "Workloads", "Lanes", "Measurements", "Statistics", "Axes", "Verdicts"],
        ["Reports"] =
        [
            "Foundation", "Workloads", "Toolchains", "Statistics", "Media", "Lanes", "Measurements", "SharedCore", "Axes", "Comparisons",
            "Quality", "Verdicts", "Decisions",
        ],
    }.ToImmutableDictionary();

    /// <summary>The imports that the table does not allow.</summary>
    public static IEnumerable<string> Offences(string room, string source) =>
        QualifiedNames().Matches(CommentsAndTexts().Replace(source, ""))
            .Select(match => match.Groups["room"].Value)
            .Where(imported => imported != room && !Table[room].Contains(imported))
            .Distinct()
            .Select(imported =>
                $"{room} imports {imported}, may import {(Table[room].IsEmpty ? "nothing" : string.Join(", ", Table[room]))}");

    // A using line or a name in full, whatever follows it; and a name from the library's namespace on. No property has these rooms' names.
    [GeneratedRegex(
        @"(?<![\w.])(Afmpeg\.Perf\.(?<room>\w+)|(?<room>"
        + "Foundation|Workloads|Toolchains|Statistics|Lanes|Measurements|SharedCore|Axes|Comparisons|Verdicts|Decisions|Reports"
        + @")(?=\.[A-Z]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex QualifiedNames();

    [GeneratedRegex("""
        "(\\.|[^"\\\n])*"|//.*$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex CommentsAndTexts();
}
