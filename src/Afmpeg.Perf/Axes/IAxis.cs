namespace Afmpeg.Perf.Axes;

/// <summary>One axis of the matrix: what varying it alone does. Adding one is one file and its line in <see cref="AxisCatalog"/>.</summary>
public interface IAxis
{
    /// <summary>
    /// Reads the axis off a run: a pure function of what was measured. Null where the run planned no case of it; cells that could not be
    /// read carry their reason.
    /// </summary>
    AxisTable? Read(AxisInput run);
}
