namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>The room that a text takes, in a fount as wide as those that browsers fall back to.</summary>
internal sealed record TextBox(string Text, double Left, double Right, double Top, double Bottom)
{
    /// <summary>Whether two texts are written over each other.</summary>
    public bool Overlaps(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
