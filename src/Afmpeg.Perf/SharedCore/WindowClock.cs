using System.Diagnostics;

namespace Afmpeg.Perf.SharedCore;

/// <summary>
/// Says which jobs of a window count. The window is over when its time is, every lane has finished a job, and one has just finished one. Of
/// the jobs that are then under way, those count that are more than half done: so all lanes count over nearly the same stretch of time.
/// </summary>
/// <param name="time">How long the window lasts at least.</param>
/// <param name="allDone">Called once, when the last job that counts has ended.</param>
internal sealed class WindowClock(TimeSpan time, Action allDone)
{
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<LaneLoop> lanes = [];
    private int open;
    private bool isOver;

    /// <summary>How long the window has lasted.</summary>
    public TimeSpan Now => clock.Elapsed;

    /// <summary>Adds a lane, before any begins.</summary>
    public void Add(LaneLoop lane)
    {
        lanes.Add(lane);
        open++;
    }

    /// <summary>A lane has finished a job.</summary>
    public void Finish(LaneLoop lane, Action count)
    {
        lock (gate)
        {
            if (isOver)
            {
                if (lane.CountsLast)
                {
                    count();
                    Close(lane);
                }

                return;
            }

            count();
            isOver = Now >= time && lanes.TrueForAll(each => each.Jobs > 0);
            if (isOver)
            {
                var now = Now;
                Close(lane);
                foreach (var other in lanes.Where(other => other != lane))
                {
                    other.CountsLast = other.HasDoneHalf(now);
                    if (!other.CountsLast)
                    {
                        Close(other);
                    }
                }
            }
        }
    }

    private void Close(LaneLoop lane)
    {
        lane.CountsLast = false;
        if (--open == 0)
        {
            allDone();
        }
    }
}
