namespace Afmpeg.Perf.Workloads;

/// <summary>What a right output of a job looks like; a row whose output differs does not count.</summary>
/// <param name="Frames">Video frames, exactly.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Duration">How long its video lasts, within one frame; null for a still.</param>
/// <param name="HasSound">Whether it has an audio stream.</param>
/// <param name="EqualsPortable">Whether every module must decode to the same frames as native-portable: true where the encoder is deterministic across targets.</param>
public sealed record ExpectedOutput(int Frames, int Width, int Height, TimeSpan? Duration, bool HasSound, bool EqualsPortable);
