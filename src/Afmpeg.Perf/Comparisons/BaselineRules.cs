using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What must hold of a baseline beyond its schema.</summary>
internal static class BaselineRules
{
    /// <summary>Holds a file against every rule.</summary>
    /// <param name="document">The file, or as much of it as could be read.</param>
    /// <returns>The faults.</returns>
    public static IEnumerable<ConfigurationFault> Faults(CheckedDocument<RunExtract> document)
    {
        var extract = document.Value;
        return
        [
            .. Unless(
                extract.Schema == RunExtract.CurrentSchema, document, "schema", "the baseline is of another version", $"{RunExtract.CurrentSchema}", $"{extract.Schema}"),
            .. Unless(extract.NoiseFloor is null or >= 0, document, "noiseFloor", "the noise floor is no fraction", "0 or more, or null", $"{extract.NoiseFloor}"),
            .. Unless(extract.Cases.Length > 0, document, "cases", "the baseline has no case", "at least one", "none"),
            .. extract.Cases.Index().SelectMany(entry => Faults(document, entry.Item, $"cases[{entry.Index}]")),
            .. Repeated(document, "cases[{0}].id", extract.Cases.Select(entry => entry.Id)),
            .. Repeated(document, "modules[{0}].build", extract.Modules.Select(module => module.Name)),
            .. extract.Modules.Index().SelectMany(entry => Unless(
                entry.Item.Bytes > 0, document, $"modules[{entry.Index}].bytes", "a module has no bytes", "above 0", $"{entry.Item.Bytes}")),
            .. extract.Inputs is { } inputs ? [.. Digests(document, "inputs.media", inputs.Media), .. Digests(document, "inputs.jobs", inputs.Jobs)] : (ConfigurationFault[])[],
        ];
    }

    /// <summary>A fault where a file bears one host's name and holds another's numbers.</summary>
    /// <param name="document">The file.</param>
    /// <param name="fingerprint">The host that it is named after.</param>
    /// <returns>The fault, or none.</returns>
    public static IEnumerable<ConfigurationFault> OtherHost(CheckedDocument<RunExtract> document, string fingerprint) => Unless(
        document.Value.Host == fingerprint, document, "host", "the baseline is another host's", $"'{fingerprint}', as the file is named", $"'{document.Value.Host}'");

    private static IEnumerable<ConfigurationFault> Faults(CheckedDocument<RunExtract> document, CaseExtract entry, string path) =>
    [
        .. Unless(entry.Seconds is null or > 0, document, $"{path}.seconds", "a time is none", "above 0, or null", $"{entry.Seconds}"),
        .. entry.Ratios.Index().SelectMany(ratio => Unless(
            ratio.Item > 0 && double.IsFinite(ratio.Item), document, $"{path}.ratios[{ratio.Index}]", "a ratio is no multiple", "above 0", $"{ratio.Item}")),
        .. Unless(
            entry.Ratios.IsEmpty == (entry.Reason is not null),
            document,
            $"{path}.reason",
            "a case has ratios or a reason why it has none",
            "one of both",
            entry.Reason is null ? "neither" : "both"),
        .. Unless(
            entry.Ratios.IsEmpty || entry.Reference is not null, document, $"{path}.reference", "ratios have no lane that they divide by", "a lane's name", "null"),
    ];

    private static IEnumerable<ConfigurationFault> Digests(CheckedDocument<RunExtract> document, string path, IReadOnlyCollection<InputDigest> inputs) =>
    [
        .. Repeated(document, path + "[{0}].id", inputs.Select(input => input.Id)),
        .. inputs.Index().SelectMany(input => Unless(
            IsSha256(input.Item.Digest), document, $"{path}[{input.Index}].digest", "a digest is none", "64 hexadecimal digits", $"'{input.Item.Digest}'")),
    ];

    /// <summary>A fault for each entry that stands in a list twice.</summary>
    /// <typeparam name="T">What the file holds.</typeparam>
    /// <param name="document">The file.</param>
    /// <param name="path">Where an entry's name stands, {0} for its place in the list.</param>
    /// <param name="ids">The names, in the list's order.</param>
    /// <returns>The faults.</returns>
    public static IEnumerable<ConfigurationFault> Repeated<T>(CheckedDocument<T> document, string path, IEnumerable<string> ids) =>
        ids.Index().GroupBy(entry => entry.Item, StringComparer.Ordinal).SelectMany(same => same.Skip(1)).Select(again => document.Fault(
            path.Replace("{0}", $"{again.Index}", StringComparison.Ordinal), "an entry is there twice", "each once", $"'{again.Item}' again"));

    private static IEnumerable<ConfigurationFault> Unless(
        bool holds, CheckedDocument<RunExtract> document, string path, string what, string expected, string observed) =>
        holds ? [] : [document.Fault(path, what, expected, observed)];

    /// <summary>Whether a text is a checksum as this suite writes it.</summary>
    /// <param name="digest">The text.</param>
    /// <returns>Whether it has 64 lower-case hexadecimal digits.</returns>
    public static bool IsSha256(string digest) => digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower);
}
