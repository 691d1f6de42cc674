using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>Looks at what a run wrote. No reading counts before this was done.</summary>
public interface IOutputCheck
{
    /// <summary>Decodes the output and holds it against what the job expects.</summary>
    /// <param name="job">The job.</param>
    /// <param name="folder">The work folder after the run.</param>
    /// <returns>The output's facts, or what is wrong with it.</returns>
    Foundation.Reading<OutputFacts> Check(Job job, WorkFolder folder);
}
