namespace Afmpeg.Perf.Accepting;

/// <summary>A file of the repository that accepting a run writes, or leaves.</summary>
/// <param name="Path">The file.</param>
/// <param name="What">What is in it, or why it is left as it is.</param>
/// <param name="Text">Its whole text; null where it is left as it is.</param>
public sealed record AcceptedRecord(string Path, string What, string? Text);
