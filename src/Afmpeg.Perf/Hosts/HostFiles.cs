using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>The files in which a kernel describes its host. A file that cannot be read is a reason, not an error.</summary>
internal sealed class HostFiles(string root)
{
    /// <summary>The text of a file, without the white space around it.</summary>
    public Reading<string> Text(string path)
    {
        try
        {
            return Reading<string>.Of(File.ReadAllText(Path.Combine(root, path)).Trim());
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Reading<string>.Unavailable($"there is no /{path}");
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return Reading<string>.Unavailable($"/{path} cannot be read");
        }
    }

    /// <summary>A number of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="find">The number's text in the file's; null where it is not there.</param>
    public Reading<double> Number(string path, Func<string, string?> find) => Text(path).Then(text =>
        double.TryParse(find(text), out var number) && double.IsFinite(number) ? Reading<double>.Of(number)
        : Reading<double>.Unavailable($"/{path} is not as expected"));

    /// <summary>The number behind a name at the start of a line, as in "MemTotal:  24684092 kB" or "nr_throttled 3".</summary>
    public Reading<double> Field(string path, string name) =>
        Number(path, text => Lines(text).Select(Words).FirstOrDefault(words => words.Length > 1 && words[0].TrimEnd(':') == name)?[1]);

    /// <summary>The folders in a folder, by name; none where it is not there.</summary>
    public ImmutableArray<string> Folders(string path)
    {
        try
        {
            return [.. Directory.GetDirectories(Path.Combine(root, path))
                .Select(folder => $"{path}/{Path.GetFileName(folder)}").Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return [];
        }
    }

    /// <summary>The words of a text.</summary>
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of a text.</summary>
    public static string[] Lines(string text) => text.Split('\n');
}
