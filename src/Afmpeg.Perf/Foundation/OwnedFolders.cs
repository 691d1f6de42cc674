namespace Afmpeg.Perf.Foundation;

/// <summary>Folders that say in their names which process they are of, so that what a killed one left can be told from what is in use.</summary>
internal static class OwnedFolders
{
    /// <summary>A name that is used once.</summary>
    /// <param name="prefix">What it begins with.</param>
    /// <returns>The name.</returns>
    public static string NewName(string prefix) => $"{prefix}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Those whose process is gone; whatever else has a name like theirs is none of them.</summary>
    /// <param name="parent">The folder that they are in.</param>
    /// <param name="prefix">What their names begin with.</param>
    /// <returns>Their paths.</returns>
    public static IEnumerable<string> Abandoned(string parent, string prefix) => Directory.EnumerateDirectories(parent, $"{prefix}-*").Where(folder =>
        Path.GetFileName(folder)[(prefix.Length + 1)..].Split('-') is [var owner, { Length: 32 }] && IsGone(owner));

    /// <summary>Removes a folder, if it can be.</summary>
    /// <param name="folder">The folder.</param>
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

    /// <summary>Whether a text is the id of a process that is no longer there.</summary>
    /// <param name="owner">The text.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsGone(string owner) => int.TryParse(owner, out var process) && !Directory.Exists($"/proc/{process}");
}
