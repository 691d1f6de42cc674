namespace Afmpeg.Perf.Workloads;

/// <summary>How many threads a job's ffmpeg may use.</summary>
public enum ThreadMode
{
    /// <summary>What ffmpeg chooses by itself: as distributions run it.</summary>
    All,

    /// <summary>One thread for decoding, filtering and encoding: all that a module has.</summary>
    One,
}
