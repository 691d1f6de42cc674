namespace Afmpeg.Perf.Toolchains;

/// <summary>One thing that set-up has yet to do.</summary>
/// <param name="Name">What it makes, for people.</param>
/// <param name="Stage">Tasks of one stage run side by side, after those of the stages before it.</param>
/// <param name="Work">Does it.</param>
/// <param name="IsOptional">Whether set-up goes on without it: what it makes is then absent, with a reason.</param>
public sealed record SetupTask(string Name, SetupStage Stage, Func<CancellationToken, Task> Work, bool IsOptional = false);
