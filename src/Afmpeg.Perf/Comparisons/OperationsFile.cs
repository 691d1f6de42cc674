using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Comparisons;

/// <summary>The baseline of operations as a file. An item of its lists is one line, so that a change of a count is a change of its line.</summary>
public static class OperationsFile
{
    /// <summary>Reads and checks the baseline.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it holds; null where there is no file.</returns>
    /// <exception cref="PerfException">It has faults: all of them are told, each with its line.</exception>
    public static OperationsExtract? Load(string path) => File.Exists(path) ? CheckedJson.Load<OperationsExtract>(path, Faults).Value : null;

    private static IEnumerable<ConfigurationFault> Faults(CheckedDocument<OperationsExtract> document)
    {
        var extract = document.Value;
        if (extract.Schema != OperationsExtract.CurrentSchema)
        {
            yield return document.Fault("schema", "the baseline is of another version", $"{OperationsExtract.CurrentSchema}", $"{extract.Schema}");
        }

        foreach (var (index, count) in extract.Counts.Index().Where(entry => entry.Item is not { Operations: > 0, MemoryPages: > 0 }))
        {
            yield return document.Fault($"counts[{index}]", "a count is 0 or less", "operations and pages above 0", $"{count.Operations}, {count.MemoryPages}");
        }

        var digests = extract.Modules.Index().Select(module => ($"modules[{module.Index}].sha256", module.Item.Sha256))
            .Concat(extract.Inputs.Media.Index().Select(medium => ($"inputs.media[{medium.Index}].digest", medium.Item.Digest)))
            .Concat(extract.Inputs.Jobs.Index().Select(job => ($"inputs.jobs[{job.Index}].digest", job.Item.Digest)));
        foreach (var (path, digest) in digests.Where(entry => !BaselineRules.IsSha256(entry.Item2)))
        {
            yield return document.Fault(path, "a digest is none", "64 hexadecimal digits", $"'{digest}'");
        }

        foreach (var fault in BaselineRules.Repeated(document, "counts[{0}]", extract.Counts.Select(count => count.Key)))
        {
            yield return fault;
        }
    }
}
