using System.Collections.Immutable;

namespace Afmpeg.Perf;

/// <summary>A checkout of the suite whose own command measures it.</summary>
public interface ISuiteTree
{
    /// <summary>What it is called in progress and errors.</summary>
    string Name { get; }

    /// <summary>Builds its command.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>When it is built.</returns>
    /// <exception cref="Foundation.PerfException">It cannot be built.</exception>
    Task Build(CancellationToken cancellation);

    /// <summary>Gives its command some arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its exit status, and the last lines that it told.</returns>
    Task<(int Status, string Told)> Run(ImmutableArray<string> arguments, CancellationToken cancellation);
}
