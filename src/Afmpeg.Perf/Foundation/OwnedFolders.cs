namespace Afmpeg.Perf.Foundation;

/// <summary>
/// Folders that have their process's id in their names, so that what a killed process left can be told from what is in use.
/// </summary>
internal static class OwnedFolders
{
    /// <summary>A new name with a prefix, which is used once.</summary>
    public static string NewName(string prefix) => $"{prefix}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>The folders of a prefix whose process is gone.</summary>
    public static IEnumerable<string> Abandoned(string parent, string prefix) =>
        Directory.EnumerateDirectories(parent, $"{prefix}-*").Where(folder =>
            Path.GetFileName(folder)[(prefix.Length + 1)..].Split('-') is [var owner, { Length: 32 }] && IsGone(owner));

    /// <summary>Removes a folder, if it can be.</summary>
    public static void TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            // Another process is removing it, or it is another user's.
        }
    }

    /// <summary>Whether a text is the id of a process that has ended.</summary>
    public static bool IsGone(string owner) => int.TryParse(owner, out var process) && !Directory.Exists($"/proc/{process}");
}
