using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Media;

/// <summary>What must hold of media/manifest.json beyond its schema. Each rule yields every fault that it finds.</summary>
internal static class ManifestRules
{
    /// <summary>Every fault of the file.</summary>
    /// <param name="document">The file, or as much of it as could be read.</param>
    public static IEnumerable<ConfigurationFault> Faults(CheckedDocument<MediaManifest> document)
    {
        var (clips, stills, sounds) = document.Value;
        (string Path, IMediaEntry Entry)[] entries =
        [
            .. clips.Select((clip, index) => ($"clips[{index}]", (IMediaEntry)clip)),
            .. stills.Select((still, index) => ($"stills[{index}]", (IMediaEntry)still)),
            .. sounds.Select((sound, index) => ($"sounds[{index}]", (IMediaEntry)sound)),
        ];
        return
        [
            .. entries.Where(found => !IsPlainName(found.Entry.Id)).Select(found => document.Fault(
                $"{found.Path}.id", "an id cannot be a file's name", "small letters, digits and hyphens", $"'{found.Entry.Id}'")),
            .. Repeated(document, entries),
            .. entries.Where(found => found.Entry.Source is not null)
                .SelectMany(found => SourceFaults(document, $"{found.Path}.source", found.Entry.Source!)),
            .. clips.SelectMany((clip, index) => ClipFaults(document, $"clips[{index}]", clip)),
            .. stills.SelectMany((still, index) =>
                NotPositive(document, $"stills[{index}]", ("width", still.Width), ("height", still.Height))),
            .. sounds.SelectMany((sound, index) => NotPositive(document, $"sounds[{index}]", ("seconds", sound.Seconds))),
        ];
    }

    // Across the lists: jobs and the cache know a file by its id alone.
    private static IEnumerable<ConfigurationFault> Repeated(
        CheckedDocument<MediaManifest> document, IEnumerable<(string Path, IMediaEntry Entry)> entries) =>
        entries.GroupBy(found => found.Entry.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1).Select(again => document.Fault(
            $"{again.Path}.id",
            $"the id '{again.Entry.Id}' is used twice",
            "an id of its own",
            $"it is in line {document.LineOf($"{same.First().Path}.id")} already")));

    private static IEnumerable<ConfigurationFault> SourceFaults(CheckedDocument<MediaManifest> document, string path, PackageFile source)
    {
        if (source.Sha256.Length != 64 || !source.Sha256.All(char.IsAsciiHexDigitLower))
        {
            yield return document.Fault(
                $"{path}.sha256", "this is no SHA-256", "64 hexadecimal digits, the letters small", $"'{source.Sha256}'");
        }

        if (source.Versions.IsEmpty || !source.Versions.All(IsVersion))
        {
            yield return document.Fault(
                $"{path}.versions",
                "this names no version of the package",
                "Debian's versions, such as [\"2.4.1-5\"]",
                $"[{string.Join(", ", source.Versions.Select(version => $"'{version}'"))}]");
        }

        if (Path.IsPathRooted(source.File) || source.File.Split('/').Contains(".."))
        {
            yield return document.Fault(
                $"{path}.file", "this is no path in a package", "a path such as usr/share/footage.mp4", $"'{source.File}'");
        }
    }

    private static IEnumerable<ConfigurationFault> ClipFaults(CheckedDocument<MediaManifest> document, string path, ClipEntry clip)
    {
        (string, double)[] positive =
            [("frames", clip.Frames), ("framesPerSecond", clip.FramesPerSecond), ("width", clip.Width), ("height", clip.Height)];
        foreach (var fault in NotPositive(document, path, positive))
        {
            yield return fault;
        }

        foreach (var (key, pixels) in new[] { ("width", clip.Width), ("height", clip.Height) }.Where(side => side.Item2 % 2 != 0))
        {
            yield return document.Fault(
                $"{path}.{key}", $"no clip has an odd {key}: its colours have half of it", "an even number", $"{pixels}");
        }

        var usesFootage = clip.Inputs.Any(word => word.Contains("{source}", StringComparison.Ordinal));
        if (usesFootage != clip.Source is not null && document.IsRead($"{path}.source"))
        {
            yield return document.Fault(
                $"{path}.inputs",
                usesFootage ? "the recipe reads footage that is not named" : "the recipe does not read its footage",
                usesFootage ? "no {source} without a source" : "{source} where its file is to stand",
                $"'{string.Join(' ', clip.Inputs)}'");
        }
    }

    private static IEnumerable<ConfigurationFault> NotPositive(
        CheckedDocument<MediaManifest> document, string path, params (string Key, double Value)[] values) =>
        values.Where(found => found.Value <= 0).Select(found => document.Fault(
            $"{path}.{found.Key}", $"'{found.Key}' is not positive", "more than 0", $"{found.Value}"));

    private static bool IsVersion(string version) =>
        version.Length > 0 && char.IsAsciiDigit(version[0]) && !version.Any(char.IsWhiteSpace);

    // Neither a path nor, at its start, an option of ffmpeg.
    private static bool IsPlainName(string id) =>
        id.Length > 0 && id[0] != '-' && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
