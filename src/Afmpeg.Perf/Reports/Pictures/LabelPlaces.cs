using System.Collections.Immutable;
using OxyPlot;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Finds room for short labels beside points: the nearest of some places at which no point and no label is yet.</summary>
internal static class LabelPlaces
{
    private const int Directions = 8;
    private const double Step = 9;

    // Beyond this a reader would not see which point a label belongs to; a label without room then lies over something.
    private const int Rings = 5;

    /// <summary>The middles of the labels.</summary>
    /// <param name="points">The points on the sheet.</param>
    /// <param name="room">The part of the sheet that labels may be in.</param>
    /// <param name="reach">How far around a point nothing may be written.</param>
    /// <param name="size">The size of a label.</param>
    /// <param name="taken">What else is not to be written over.</param>
    /// <returns>A place for each point, in their order.</returns>
    public static ImmutableArray<ScreenPoint> Of(ImmutableArray<ScreenPoint> points, OxyRect room, double reach, OxySize size, IEnumerable<OxyRect> taken)
    {
        var full = points.Select(point => Around(point, new OxySize(2 * reach, 2 * reach))).Concat(taken).ToList();
        var places = ImmutableArray.CreateBuilder<ScreenPoint>();
        foreach (var point in points)
        {
            var candidates = Candidates(point, reach + (size.Height / 2)).Where(place => Holds(room, Around(place, size))).ToArray();
            var place = candidates.Where(candidate => full.TrueForAll(other => !Meet(other, Around(candidate, size)))).Concat(candidates).Append(point).First();
            full.Add(Around(place, size));
            places.Add(place);
        }

        return places.ToImmutable();
    }

    private static IEnumerable<ScreenPoint> Candidates(ScreenPoint point, double distance) =>
        from ring in Enumerable.Range(0, Rings)
        from direction in Enumerable.Range(0, Directions)
        let angle = 2 * Math.PI * direction / Directions
        select new ScreenPoint(point.X + ((distance + (ring * Step)) * Math.Cos(angle)), point.Y - ((distance + (ring * Step)) * Math.Sin(angle)));

    private static OxyRect Around(ScreenPoint middle, OxySize size) => new(middle.X - (size.Width / 2), middle.Y - (size.Height / 2), size.Width, size.Height);

    private static bool Holds(OxyRect room, OxyRect box) => box.Left >= room.Left && box.Right <= room.Right && box.Top >= room.Top && box.Bottom <= room.Bottom;

    private static bool Meet(OxyRect one, OxyRect other) => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
}
