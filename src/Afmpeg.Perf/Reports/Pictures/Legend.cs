using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What the looks of a picture mean, in as many lines as their names need.</summary>
internal sealed class Legend
{
    private const double Side = 24;
    private const double LineHeight = 28;
    private const double MarkerWidth = 16;
    private const double NameAfter = 24;
    private const double Between = 28;

    private readonly ImmutableArray<(MarkerLook Look, string Name, double X, int Line)> items;

    /// <summary>Places names one after the other.</summary>
    /// <param name="names">Each look with its name.</param>
    public Legend(IEnumerable<(MarkerLook Look, string Name)> names)
    {
        var placed = ImmutableArray.CreateBuilder<(MarkerLook, string, double, int)>();
        var (x, line) = (Side, 0);
        foreach (var (look, name) in names)
        {
            var text = PlainText.Fit(name, Sketch.Width - (2 * Side) - NameAfter, Sketch.FontSize);
            var width = NameAfter + PlainText.WidthOf(text, Sketch.FontSize);
            if (x > Side && x + width > Sketch.Width - Side)
            {
                (x, line) = (Side, line + 1);
            }

            placed.Add((look, text, x, line));
            x += width + Between;
        }

        items = placed.ToImmutable();
    }

    /// <summary>How much room it takes, from the top.</summary>
    public double Height => items.IsEmpty ? 0 : (items[^1].Line + 1) * LineHeight;

    /// <summary>Draws it.</summary>
    /// <param name="sketch">The picture.</param>
    public void Draw(Sketch sketch)
    {
        foreach (var (look, name, x, line) in items)
        {
            var baseline = ((line + 1) * LineHeight) - (LineHeight / 4);
            sketch.Explain(x + (MarkerWidth / 2), baseline, look);
            sketch.Write(x + NameAfter, baseline, name);
        }
    }
}
